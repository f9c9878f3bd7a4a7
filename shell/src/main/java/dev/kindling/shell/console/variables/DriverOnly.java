package dev.kindling.shell.console.variables;

import java.util.List;
import java.util.Optional;

/** What lives in the driver alone. Some of it is serialisable by its class and useless where it arrives. */
final class DriverOnly {
    private static final List<Class<?>> TYPES = List.of(
            org.apache.spark.sql.Dataset.class,
            org.apache.spark.sql.SparkSession.class,
            org.apache.spark.sql.SQLContext.class,
            org.apache.spark.SparkContext.class,
            org.apache.spark.api.java.JavaSparkContext.class,
            org.apache.spark.rdd.RDD.class,
            org.apache.spark.api.java.JavaRDD.class,
            org.apache.spark.api.java.JavaPairRDD.class,
            org.apache.spark.api.java.JavaRDDLike.class,
            dev.kindling.run.RunningSession.class,
            dev.kindling.target.KubernetesCluster.class);

    private DriverOnly() {}

    /** The type's name if objects of this class stay in the driver. */
    static Optional<String> nameOf(Class<?> type) {
        return TYPES.stream()
                .filter(each -> each.isAssignableFrom(type))
                .map(Class::getSimpleName)
                .findFirst();
    }
}
