package dev.kindling.internal.history;

import dev.kindling.diagnosis.Explanation;
import dev.kindling.diagnosis.UiUnavailableException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Looks whether event logs can be read, before a server is started that would only say so in its log. */
final class HistoryFolder {

    private HistoryFolder() {}

    static void check(Path path, SparkConf conf) {
        var folder = path.toString();
        try {
            var status = path.getFileSystem(SparkHadoopUtil.get().newConfiguration(conf))
                    .getFileStatus(path);
            if (!status.isDirectory()) {
                throw unavailable(
                        folder,
                        "it is a file",
                        "event logs lie in a folder",
                        "Spark.history(..) with the folder",
                        null);
            }
        } catch (FileNotFoundException e) {
            throw unavailable(
                    folder,
                    "no such folder",
                    "nothing was written there, or under another address",
                    "Spark.history(..) with what the runs were given by .eventLog(..)",
                    e);
        } catch (AccessDeniedException e) {
            throw unavailable(
                    folder,
                    String.valueOf(e.getMessage()),
                    "the store refuses these credentials, or has none from here",
                    "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in this program's environment",
                    e);
        } catch (IOException | RuntimeException e) {
            throw other(folder, e);
        }
    }

    private static UiUnavailableException other(String folder, Exception e) {
        if (e instanceof UiUnavailableException said) {
            return said;
        }
        var noConnector = String.valueOf(e.getMessage()).contains("ClassNotFoundException")
                || String.valueOf(e.getMessage()).contains("No FileSystem for scheme");
        return unavailable(
                folder,
                e.toString(),
                noConnector
                        ? "this program has no connector for such addresses"
                        : "the folder cannot be read from here",
                noConnector
                        ? "org.apache.hadoop:hadoop-aws on the class path, for s3a"
                        : ".s3(..) with the address by which this machine reaches the store",
                e);
    }

    private static UiUnavailableException unavailable(
            String folder, String seen, String why, String todo, @org.jspecify.annotations.Nullable Exception cause) {
        return new UiUnavailableException(
                new Explanation("show the history in \"" + folder + "\"", seen, why, todo), cause);
    }
}
