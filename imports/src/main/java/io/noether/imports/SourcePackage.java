package io.noether.imports;

import io.noether.core.io.Sha256;
import io.noether.imports.files.SourceFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packages whose files are read, and what the header of an imported model says of them. */
enum SourcePackage {
  MATGL("matgl", "BSD-3-Clause, matgl © 2022 Materials Virtual Lab",
      "Ko et al., Materials Graph Library (MatGL), npj Comput. Mater. 11, 253 (2025), doi 10.1038/s41524-025-01742-y; "
          + "Simeon and De Fabritiis, TensorNet, NeurIPS 2023, doi 10.48550/arXiv.2306.06482"),
  SCHNETPACK("SchNetPack", "MIT, SchNetPack © 2018 Kristof Schütt, Michael Gastegger, Pan Kessel, Kim Nicoli and "
      + "contributors",
      "Schütt et al., SchNetPack 2.0, J. Chem. Phys. 158, 144801 (2023), doi 10.1063/5.0138367; "
          + "Schütt, Unke and Gastegger, PaiNN, ICML 2021, PMLR 139, 9377");

  private final String title;
  private final String licence;
  private final String citation;

  SourcePackage(String title, String licence, String citation) {
    this.title = title;
    this.licence = licence;
    this.citation = citation;
  }

  Map<String, String> provenance(String model, List<Path> files, EnergyUnit unit, Optional<String> otherLicence) {
    return provenance(title, model, files, unit, otherLicence.orElse(licence), citation);
  }

  /** Entries of a model file's header; texts that are empty are left out. */
  static Map<String, String> provenance(String title, String model, List<Path> files, EnergyUnit unit, String licence,
      String citation) {
    var entries = new LinkedHashMap<String, String>();
    entries.put("source.package", title);
    entries.put("source.model", model);
    files.forEach(file -> entries.put("source.sha256." + file.getFileName(), Sha256.of(file)));
    entries.put("source.units", unit.conversion());
    entries.put("source.licence", licence);
    entries.put("source.citation", citation);
    entries.values().removeIf(String::isEmpty);
    return entries;
  }
}
