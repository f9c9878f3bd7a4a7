package dev.kindling.internal.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.Utils;

/** The folder of event logs. Spark wants it to be there, and on an object store an empty one is not. */
final class EventLogFolder {

    private EventLogFolder() {}

    static void make(SparkConf conf) {
        if (!conf.getBoolean("spark.eventLog.enabled", false) || !conf.contains("spark.eventLog.dir")) {
            return;
        }
        var folder = new Path(Utils.resolveURI(conf.get("spark.eventLog.dir")));
        try {
            folder.getFileSystem(SparkHadoopUtil.get().newConfiguration(conf)).mkdirs(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of event logs could not be made: " + folder, e);
        }
    }
}
