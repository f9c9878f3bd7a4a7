package dev.kindling.internal.conf;

import dev.kindling.run.Setting;
import dev.kindling.run.Setting.Origin;
import dev.kindling.storage.S3;
import dev.kindling.storage.S3Credentials;
import java.util.ArrayList;
import java.util.List;

/** An object store as Spark settings; credentials are only referred to. */
final class S3Conf {
    private static final String S3A = "spark.hadoop.fs.s3a.";
    private static final String FROM_ENVIRONMENT =
            "software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider";
    private static final String FROM_NOBODY = "org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider";
    private static final String CALL = ".s3(..)";

    private S3Conf() {}

    /** What driver and executors are told alike. */
    static List<Setting> of(S3 store) {
        var settings = new ArrayList<Setting>();
        add(settings, S3A + "impl", "org.apache.hadoop.fs.s3a.S3AFileSystem");
        store.endpoint().ifPresent(uri -> {
            add(settings, S3A + "endpoint", uri.toString());
            add(settings, S3A + "connection.ssl.enabled", String.valueOf("https".equals(uri.getScheme())));
        });
        add(settings, S3A + "endpoint.region", store.region());
        add(settings, S3A + "path.style.access", String.valueOf(store.pathStyle()));
        boolean anonymous = store.credentials() instanceof S3Credentials.Anonymous;
        add(settings, S3A + "aws.credentials.provider", anonymous ? FROM_NOBODY : FROM_ENVIRONMENT);
        return settings;
    }

    /** The variables of one role's pods. */
    static List<Setting> credentials(S3 store, String role) {
        var settings = new ArrayList<Setting>();
        if (store.credentials() instanceof S3Credentials.SecretKeys secret) {
            var prefix = "spark.kubernetes." + role + ".secretKeyRef.";
            add(settings, prefix + "AWS_ACCESS_KEY_ID", secret.name() + ":" + secret.accessKey());
            add(settings, prefix + "AWS_SECRET_ACCESS_KEY", secret.name() + ":" + secret.secretKey());
        }
        return settings;
    }

    private static void add(List<Setting> settings, String key, String value) {
        settings.add(new Setting(key, value, Origin.YOU, CALL));
    }
}
