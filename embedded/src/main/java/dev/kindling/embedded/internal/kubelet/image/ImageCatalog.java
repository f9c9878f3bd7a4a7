package dev.kindling.embedded.internal.kubelet.image;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The images of the embedded Kubernetes. Nothing is ever pulled: an image is known by its name, given as a pattern such
 * as {@code kindling/spark:*} ({@code *} stands for anything but a slash), and every known image holds the same files.
 */
public final class ImageCatalog {

    /** Registry, path, tag and digest as in the distribution reference; only the characters are checked. */
    private static final Pattern VALID = Pattern.compile(
            "[a-zA-Z0-9][a-zA-Z0-9.:_-]*(/[a-z0-9][a-z0-9._-]*)*(:[\\w][\\w.-]*)?(@sha256:[0-9a-f]{64})?");

    private final List<String> patterns;

    public ImageCatalog(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * Why a container waits.
     *
     * @param reason the kubelet's word
     * @param waiting the reason a little later, when a kubelet tries again
     */
    public record Refusal(String reason, String waiting, String message) {}

    /** Empty if a container can start from it. */
    public Optional<Refusal> refusal(@Nullable String image, @Nullable String pullPolicy) {
        String name = image == null ? "" : image;
        if (!VALID.matcher(name).matches()) {
            String message = "Failed to apply default image tag \"" + name + "\": couldn't parse image name: invalid"
                    + " reference format";
            return Optional.of(new Refusal("InvalidImageName", "InvalidImageName", message));
        }
        if (knows(name)) {
            return Optional.empty();
        }
        String unknown = "image \"" + name + "\" is not known to the embedded Kubernetes, which pulls none; it knows "
                + String.join(", ", patterns);
        return Optional.of(
                "Never".equals(pullPolicy)
                        ? new Refusal("ErrImageNeverPull", "ErrImageNeverPull", unknown)
                        : new Refusal("ErrImagePull", "ImagePullBackOff", unknown));
    }

    private boolean knows(String image) {
        Path name = Path.of(image.startsWith("docker.io/") ? image.substring("docker.io/".length()) : image);
        return patterns.stream().anyMatch(pattern -> FileSystems.getDefault()
                .getPathMatcher("glob:" + pattern)
                .matches(name));
    }
}
