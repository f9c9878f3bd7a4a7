package dev.kindling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CodeStoreTest {
    @Test
    void isAFolderOfABucket() {
        assertThat(CodeStore.at("s3a://lake/code/")).hasToString("s3a://lake/code");
        assertThat(CodeStore.at("s3a://my_lake/code").bucket()).isEqualTo("my_lake");
    }

    @Test
    void whatIsNoneIsRefusedWithTheLineToWrite() {
        assertThatThrownBy(() -> CodeStore.at("s3://lake/code"))
                .hasMessageContaining("CodeStore.at(\"s3a://lake/code\")");
        assertThatThrownBy(() -> CodeStore.at("/code")).hasMessageContaining("is no folder of an object store");
        assertThatThrownBy(() -> CodeStore.at("s3a://lake/")).hasMessageContaining("CodeStore.at(\"s3a://lake/code\")");
        assertThatThrownBy(() -> CodeStore.at("s3a://lake/a b")).hasMessageContaining("is no address");
        assertThatThrownBy(() -> CodeStore.at("s3a://lake/code").keepUnused(Duration.ofSeconds(-1)))
                .hasMessageContaining(".keepUnused(Duration.ofHours(1))");
    }
}
