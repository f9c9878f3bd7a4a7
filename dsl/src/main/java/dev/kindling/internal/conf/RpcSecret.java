package dev.kindling.internal.conf;

import java.nio.file.Path;

/**
 * Where the RPC secret is: the driver reads a local file, executors a key of a Secret. That key's value must be base64
 * of the file's bytes, because Spark encodes secrets it reads from files so.
 *
 * @param podPath a path for executors that is never read; naming one keeps Spark from writing the secret into the pod
 */
public record RpcSecret(String secretName, String secretKey, Path driverFile, String podPath) {}
