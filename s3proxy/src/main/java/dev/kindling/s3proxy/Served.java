package dev.kindling.s3proxy;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * The server itself, loaded by its own class loader. To everybody else it is an {@link IntSupplier} of its port, a
 * {@link Consumer} of names of buckets to make, and closeable: the JDK's types are all that both sides know.
 */
final class Served implements IntSupplier, Consumer<String>, AutoCloseable {
    private final BlobStore folder;
    private final S3Proxy server;

    Served(Path data, String accessKey, String secretKey) throws Exception {
        // Parts of uploads are not found again under a relative path.
        folder = new FilesystemNio2BlobStore(data.toAbsolutePath().toString());
        server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .blobStore(folder)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .stopTimeout(0)
                .build();
        server.start();
    }

    @Override
    public int getAsInt() {
        return server.getPort();
    }

    @Override
    public void accept(String bucket) {
        folder.createContainer(bucket);
    }

    @Override
    public void close() {
        try (folder) {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("stopping the S3 server", e);
        }
    }
}
