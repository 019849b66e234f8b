package io.noether.imports;

import java.util.ArrayList;
import java.util.regex.Pattern;

/** Numbers as PyTorch prints a tensor: {@code tensor(3.5)} or {@code tensor([1., 2.], dtype=torch.float64)}. */
final class TensorText {
  private static final Pattern TENSOR =
      Pattern.compile("tensor\\(([^()]*?)(?:,\\s*dtype=torch\\.float(?:32|64))?\\)");

  private TensorText() {}

  /**
   * The numbers of a scalar or a vector.
   *
   * @throws io.noether.core.InputException naming the place, if the text is anything else
   */
  static double[] parse(Document document) {
    var match = TENSOR.matcher(document.text());
    if (!match.matches()) {
      throw document.bad("is not the text of a tensor: '" + shortened(document.text()) + "'");
    }
    String inner = match.group(1).strip();
    if (inner.startsWith("[") && inner.endsWith("]")) {
      inner = inner.substring(1, inner.length() - 1);
    }
    var numbers = new ArrayList<Double>();
    for (String word : inner.split(",", -1)) {
      numbers.add(number(document, word.strip()));
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double number(Document document, String word) {
    if (word.matches("[-+0-9.eE]{1,40}")) { // no hexadecimal, NaN, or Java's suffixes
      try {
        return Double.parseDouble(word);
      } catch (NumberFormatException _) {
        // said below
      }
    }
    throw document.bad("has '" + shortened(word) + "' where a number must be");
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
