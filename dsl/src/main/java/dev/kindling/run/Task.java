package dev.kindling.run;

import java.io.Serializable;
import org.apache.spark.sql.SparkSession;

/**
 * A function that is a job: it runs in a driver in a pod. What it refers to goes with it, so that must be serializable
 * too.
 *
 * <pre>{@code
 * Task<Long> rows = spark -> spark.range(1_000_000).count();
 * }</pre>
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface Task<T> extends Serializable {
    /**
     * The job.
     *
     * @param spark the driver's session; stopped afterwards
     * @throws Exception what whoever asks for the result is told
     */
    T run(SparkSession spark) throws Exception;
}
