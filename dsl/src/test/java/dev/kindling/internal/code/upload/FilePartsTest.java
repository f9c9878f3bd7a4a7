package dev.kindling.internal.code.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePartsTest {
    @TempDir
    Path folder;

    @Test
    void partsAreTheWholeFileInOrder() throws IOException {
        var parts = parts("abcdefgh");
        assertThat(parts.count()).isEqualTo(3);
        assertThat(text(parts, 1) + "|" + text(parts, 2) + "|" + text(parts, 3)).isEqualTo("abc|def|gh");
    }

    @Test
    void aPartCanBeReadAgainAndIsCountedOnce() throws IOException {
        var passed = new AtomicLong();
        try (var part = new PartStream(parts("abcdefgh"), 2, passed::addAndGet, () -> false)) {
            part.read();
            part.reset();
            assertThat(part.readAllBytes()).asString().isEqualTo("def");
            part.verify();
        }
        assertThat(passed).hasValue(3);
    }

    @Test
    void otherBytesAndTooFewAreNotTheFileAnyMore() throws IOException {
        var parts = parts("abcdefgh");
        Files.writeString(parts.file(), "abcdeXg");
        assertThat(text(parts, 1)).isEqualTo("abc");
        assertThatThrownBy(() -> text(parts, 2)).isInstanceOf(ChangedFileException.class);
        assertThatThrownBy(() -> text(parts, 3)).isInstanceOf(ChangedFileException.class);
    }

    @Test
    void anEmptyFileIsOnePart() throws IOException {
        assertThat(text(parts(""), 1)).isEmpty();
    }

    @Test
    void noStoreTakesMoreThanTenThousandParts() {
        assertThat(FileParts.partSize(1)).isEqualTo(16 << 20);
        assertThat(1L << 40).isLessThanOrEqualTo(10_000 * FileParts.partSize(1L << 40));
    }

    private FileParts parts(String text) throws IOException {
        var file = Files.writeString(folder.resolve("file"), text);
        try (var sums = new PartSums(3)) {
            Files.copy(file, sums);
            return sums.of(file);
        }
    }

    private static String text(FileParts parts, int number) throws IOException {
        try (var part = new PartStream(parts, number, bytes -> {}, () -> false)) {
            var text = new String(part.readAllBytes());
            part.verify();
            return text;
        }
    }
}
