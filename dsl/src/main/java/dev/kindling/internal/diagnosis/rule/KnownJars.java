package dev.kindling.internal.diagnosis.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which artifact brings a class or a data source that Spark's image does not have. */
final class KnownJars {

    private static final Map<String, String> BY_PREFIX = new LinkedHashMap<>();

    static {
        BY_PREFIX.put("org.apache.hadoop.fs.s3a", "org.apache.hadoop:hadoop-aws:3.4.2");
        BY_PREFIX.put("software.amazon.awssdk", "software.amazon.awssdk:s3:2.29.52");
        BY_PREFIX.put("com.amazonaws", "com.amazonaws:aws-java-sdk-bundle:1.12.780");
        BY_PREFIX.put("org.apache.spark.internal.io.cloud", "org.apache.spark:spark-hadoop-cloud_2.13:4.1.1");
        BY_PREFIX.put("org.apache.hadoop.fs.azurebfs", "org.apache.hadoop:hadoop-azure:3.4.2");
        BY_PREFIX.put("com.google.cloud.hadoop", "com.google.cloud.bigdataoss:gcs-connector:hadoop3-2.2.26");
        BY_PREFIX.put("gs://", "com.google.cloud.bigdataoss:gcs-connector:hadoop3-2.2.26");
        BY_PREFIX.put("wasb", "org.apache.hadoop:hadoop-azure:3.4.2");
        BY_PREFIX.put("org.apache.spark.sql.kafka010", "org.apache.spark:spark-sql-kafka-0-10_2.13:4.1.1");
        BY_PREFIX.put("org.apache.spark.sql.avro", "org.apache.spark:spark-avro_2.13:4.1.1");
        BY_PREFIX.put("io.delta", "io.delta:delta-spark_2.13:4.0.0");
        BY_PREFIX.put("org.apache.iceberg", "org.apache.iceberg:iceberg-spark-runtime-4.0_2.13:1.10.0");
        BY_PREFIX.put("org.postgresql", "org.postgresql:postgresql:42.7.8");
        BY_PREFIX.put("com.mysql", "com.mysql:mysql-connector-j:9.4.0");
        BY_PREFIX.put("com.mongodb", "org.mongodb.spark:mongo-spark-connector_2.13:10.5.0");
        BY_PREFIX.put("kafka", "org.apache.spark:spark-sql-kafka-0-10_2.13:4.1.1");
        BY_PREFIX.put("avro", "org.apache.spark:spark-avro_2.13:4.1.1");
        BY_PREFIX.put("delta", "io.delta:delta-spark_2.13:4.0.0");
        BY_PREFIX.put("iceberg", "org.apache.iceberg:iceberg-spark-runtime-4.0_2.13:1.10.0");
    }

    private KnownJars() {}

    /** Maven coordinates. */
    static Optional<String> of(String classOrFormat) {
        return BY_PREFIX.entrySet().stream()
                .filter(known -> classOrFormat.replace('/', '.').startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
