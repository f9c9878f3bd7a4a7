package dev.kindling.embedded.internal.store;

/**
 * A column a CustomResourceDefinition asks for in printed lists.
 *
 * @param type {@code date} is shown as an age
 * @param path where the value is, as {@code .status.phase}
 * @param priority above 0: wide output only
 */
public record PrinterColumn(String name, String type, String path, int priority) {}
