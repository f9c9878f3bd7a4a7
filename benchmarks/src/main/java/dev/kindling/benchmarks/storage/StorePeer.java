package dev.kindling.benchmarks.storage;

import dev.kindling.Spark;
import dev.kindling.target.Local;
import org.apache.spark.sql.SparkSession;

/** The ways to tell Spark of a store. */
enum StorePeer {
    /** The value, as it comes. */
    KINDLING {
        @Override
        SparkSession start(Address store) {
            return Spark.session("benchmark")
                    .s3(store.s3())
                    .startOn(Local.threads(TASKS))
                    .spark();
        }
    },
    /** As a user writes it by hand; the committer is then Spark's choice. */
    BY_HAND {
        @Override
        SparkSession start(Address store) {
            return byHand(store).getOrCreate();
        }
    },
    /** By hand with the committer that Hadoop has for every file system: tasks and job rename. */
    CLASSIC {
        @Override
        SparkSession start(Address store) {
            return byHand(store)
                    .config(S3A + "committer.magic.enabled", "false")
                    .config(S3A + "committer.name", "file")
                    .getOrCreate();
        }
    };

    /** As many run at a time. */
    static final int TASKS = 4;

    private static final String S3A = "spark.hadoop.fs.s3a.";

    abstract SparkSession start(Address store);

    private static SparkSession.Builder byHand(Address store) {
        return SparkSession.builder()
                .appName("benchmark")
                .master("local[" + TASKS + "]")
                .config("spark.driver.host", "127.0.0.1")
                .config(S3A + "endpoint", store.endpoint().toString())
                .config(S3A + "endpoint.region", "us-east-1")
                .config(S3A + "path.style.access", "true")
                .config(S3A + "connection.ssl.enabled", "false")
                .config(S3A + "access.key", store.keys().accessKey())
                .config(S3A + "secret.key", store.keys().secretKey());
    }
}
