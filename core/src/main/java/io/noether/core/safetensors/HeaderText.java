package io.noether.core.safetensors;

import java.util.List;
import java.util.Map;

/**
 * Writes the JSON header of a safetensors file without white space. Quotation marks, backslashes and control characters are
 * escaped, and so are characters beyond the basic plane, as pairs of surrogates.
 */
final class HeaderText {
  private final StringBuilder text = new StringBuilder();

  private HeaderText() {}

  static String of(Map<String, String> metadata, List<TensorEntry> tensors) {
    var header = new HeaderText();
    header.text.append('{').append("\"__metadata__\":{");
    String comma = "";
    for (var entry : metadata.entrySet()) {
      header.text.append(comma);
      header.quote(entry.getKey()).append(':');
      header.quote(entry.getValue());
      comma = ",";
    }
    header.text.append('}');
    tensors.forEach(header::tensor);
    return header.text.append('}').toString();
  }

  private void tensor(TensorEntry t) {
    text.append(',');
    quote(t.name()).append(":{\"dtype\":\"").append(t.type()).append("\",\"shape\":");
    numbers(t.shape());
    text.append(",\"data_offsets\":");
    numbers(List.of(t.begin(), t.end()));
    text.append('}');
  }

  private void numbers(List<Long> numbers) {
    text.append(numbers.toString().replace(" ", ""));
  }

  private StringBuilder quote(String string) {
    text.append('"');
    for (int k = 0; k < string.length(); k++) {
      char c = string.charAt(k);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c)) {
            text.append("\\u%04X".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    return text.append('"');
  }
}
