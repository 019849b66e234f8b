package io.noether.app.graphs;

import io.noether.app.console.Json;
import io.noether.smiles.SampleScore;
import java.util.LinkedHashMap;

/**
 * What generated molecules are worth: for people, and for programs.
 *
 * @param mask whether bonds were accepted only while valences allowed them
 * @param seconds that generating them took
 */
record SampleReport(SampleScore score, boolean mask, double seconds) {
  String text() {
    return "%,d samples in %.1f s%s: valid %.1f %%, unique %.1f %% of these, novel %.1f %% of the unique".formatted(
        score.samples(), seconds, mask ? " (valence mask)" : "", 100 * score.validity(), 100 * score.uniqueness(),
        100 * score.novelty());
  }

  String json() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("samples", score.samples());
    fields.put("mask", mask);
    fields.put("valid", score.validity());
    fields.put("unique", score.uniqueness());
    fields.put("novel", score.novelty());
    fields.put("seconds", seconds);
    return Json.text(fields);
  }
}
