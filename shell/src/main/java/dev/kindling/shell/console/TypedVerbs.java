package dev.kindling.shell.console;

import java.util.Iterator;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.ForeachFunction;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.KeyValueGroupedDataset;

/**
 * Methods of {@link Dataset} whose lambdas Java cannot tell from Scala's, each under its name with the Dataset in front, so
 * that no cast is needed.
 *
 * <pre>{@code
 * map(spark.range(5), x -> x + y, Encoders.LONG()).collectAsList();
 * filter(spark.range(1000), x -> x % 7 == 0).count();
 * }</pre>
 */
public final class TypedVerbs {
    private TypedVerbs() {}

    /** {@code ds.map} with a Java function. */
    public static <T, U> Dataset<U> map(Dataset<T> ds, MapFunction<T, U> function, Encoder<U> encoder) {
        return ds.map(function, encoder);
    }

    /** {@code ds.filter} with a Java function. */
    public static <T> Dataset<T> filter(Dataset<T> ds, FilterFunction<T> function) {
        return ds.filter(function);
    }

    /** {@code ds.flatMap} with a Java function, which gives an iterator. */
    public static <T, U> Dataset<U> flatMap(Dataset<T> ds, FlatMapFunction<T, U> function, Encoder<U> encoder) {
        return ds.flatMap(function, encoder);
    }

    /** {@code ds.mapPartitions} with a Java function. */
    public static <T, U> Dataset<U> mapPartitions(
            Dataset<T> ds, MapPartitionsFunction<T, U> function, Encoder<U> encoder) {
        return ds.mapPartitions(function, encoder);
    }

    /** {@code ds.groupByKey} with a Java function. */
    public static <K, T> KeyValueGroupedDataset<K, T> groupByKey(
            Dataset<T> ds, MapFunction<T, K> key, Encoder<K> encoder) {
        return ds.groupByKey(key, encoder);
    }

    /** {@code groups.mapGroups} with a Java function of key and {@link Iterator}. */
    public static <K, T, U> Dataset<U> mapGroups(
            KeyValueGroupedDataset<K, T> groups, MapGroupsFunction<K, T, U> function, Encoder<U> encoder) {
        return groups.mapGroups(function, encoder);
    }

    /** {@code ds.reduce} with a Java function. */
    public static <T> T reduce(Dataset<T> ds, ReduceFunction<T> function) {
        return ds.reduce(function);
    }

    /** {@code ds.foreach} with a Java function. */
    public static <T> void foreach(Dataset<T> ds, ForeachFunction<T> function) {
        ds.foreach(function);
    }

    /** {@code ds.foreachPartition} with a Java function. */
    public static <T> void foreachPartition(Dataset<T> ds, ForeachPartitionFunction<T> function) {
        ds.foreachPartition(function);
    }
}
