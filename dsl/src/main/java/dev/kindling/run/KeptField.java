package dev.kindling.run;

/**
 * A field of a resource that was read and that no value of Kindling says. It is written again in the same dialect.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * ApplicationSpec nightly = Spark.readApplication(Path.of("nightly.yaml"));
 * for (KeptField field : nightly.keptFields()) {
 *     System.out.println(field.path() + " = " + field.value());
 * }
 * }</pre>
 *
 * @param path for example {@code spec.driver.lifecycle.preStop.exec.command[0]}
 * @param value what it says, secrets hidden
 */
public record KeptField(String path, String value) {}
