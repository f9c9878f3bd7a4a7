package dev.kindling.storage;

import dev.kindling.storage.S3Credentials.MountedSecret;
import dev.kindling.storage.S3Credentials.Reference;
import dev.kindling.storage.S3Credentials.SecretKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a pod needs of Kubernetes to get at a store and its buckets. */
final class PodAccess {
    private static final String FOLDER = "/etc/kindling/s3/";

    private PodAccess() {}

    static Map<String, Reference> variables(S3 store) {
        var variables = new LinkedHashMap<String, Reference>();
        var all = stores(store);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).credentials() instanceof SecretKeys secret) {
                variables.put(accessKey(i), new Reference(secret.name(), secret.accessKey()));
                variables.put(secretKey(i), new Reference(secret.name(), secret.secretKey()));
            }
        }
        return variables;
    }

    static Map<String, String> mounts(S3 store) {
        var mounts = new LinkedHashMap<String, String>();
        store.options().trustStore().ifPresent(file -> mounts.put(file.secret(), folder(file)));
        for (var one : stores(store)) {
            if (one.credentials() instanceof MountedSecret mounted) {
                mounts.put(mounted.file().secret(), folder(mounted.file()));
            }
        }
        return mounts;
    }

    /** The store itself, then its buckets in their order. */
    private static List<S3> stores(S3 store) {
        var all = new ArrayList<S3>();
        all.add(store);
        all.addAll(store.buckets().values());
        return all;
    }

    /** The store's own is what the AWS SDK looks for; a bucket's has its number, as names of buckets are none of variables. */
    static String accessKey(int number) {
        return number == 0 ? "AWS_ACCESS_KEY_ID" : "KINDLING_S3_" + number + "_ACCESS_KEY";
    }

    static String secretKey(int number) {
        return number == 0 ? "AWS_SECRET_ACCESS_KEY" : "KINDLING_S3_" + number + "_SECRET_KEY";
    }

    static String path(Reference file) {
        return folder(file) + "/" + file.key();
    }

    private static String folder(Reference file) {
        return FOLDER + file.secret();
    }
}
