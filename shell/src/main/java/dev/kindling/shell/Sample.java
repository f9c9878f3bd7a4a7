package dev.kindling.shell;

/**
 * A program that {@code kindling sample NAME} runs; found with {@link java.util.ServiceLoader}, so it needs a public
 * constructor without parameters that does nothing.
 *
 * <pre>{@code
 * public final class CountSample implements Sample {
 *     public String name() { return "count"; }
 *     public String summary() { return "counts to a thousand"; }
 *     public void run(SampleContext context) {
 *         long count = context.inSession(Spark.session("count"), spark -> spark.range(1_000).count());
 *         context.out().println(count);
 *     }
 * }
 * }</pre>
 */
public interface Sample {
    /** The word on the command line: lower case letters and hyphens. */
    String name();

    /** One line, without a full stop. */
    String summary();

    /** Whether it keeps something in an object store, and so has the options that name one; default: no. */
    default boolean usesStore() {
        return false;
    }

    /** Runs it to the end; an exception means that it failed. */
    void run(SampleContext context);
}
