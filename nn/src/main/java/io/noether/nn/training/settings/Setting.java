package io.noether.nn.training.settings;

/**
 * One line of a configuration.
 *
 * @param section the section it is in; empty at the top
 * @param name its name there
 * @param value text, a number or a boolean
 * @param meaning what it does, with its unit and choices
 */
public record Setting(String section, String name, Object value, String meaning) {
  /** {@code section.name}, or the name alone at the top. */
  public String key() {
    return section.isEmpty() ? name : section + "." + name;
  }
}
