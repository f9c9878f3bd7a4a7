package dev.kindling.run;

/**
 * A field of a resource that the other operator's dialect cannot say. Immutable and thread-safe.
 *
 * <pre>{@code
 * Conversion apache = Spark.readApplication(Path.of("nightly.yaml")).convertTo(Operator.apache());
 * for (LostField field : apache.lost()) {
 *     System.out.println(field.path() + ": " + field.why());
 * }
 * }</pre>
 *
 * @param path for example {@code spec.batchSchedulerOptions.resources.cpu}
 * @param value what it said, secrets hidden
 * @param why why there is no counterpart
 */
public record LostField(String path, String value, String why) {}
