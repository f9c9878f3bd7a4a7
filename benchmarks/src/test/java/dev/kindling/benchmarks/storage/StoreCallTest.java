package dev.kindling.benchmarks.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreCallTest {

    @Test
    void aCopyIsAPutThatNamesASource() {
        assertThat(StoreCall.of("PUT", "", true)).isEqualTo(StoreCall.COPY);
        assertThat(StoreCall.of("PUT", "partNumber=1&uploadId=x", true)).isEqualTo(StoreCall.COPY);
        assertThat(StoreCall.of("PUT", "", false)).isEqualTo(StoreCall.PUT);
    }

    @Test
    void uploadsInPartsAreToldApart() {
        assertThat(StoreCall.of("POST", "uploads", false)).isEqualTo(StoreCall.BEGIN_PARTS);
        assertThat(StoreCall.of("PUT", "uploadId=x&partNumber=1", false)).isEqualTo(StoreCall.PUT_PART);
        assertThat(StoreCall.of("POST", "uploadId=x", false)).isEqualTo(StoreCall.COMPLETE_PARTS);
        assertThat(StoreCall.of("DELETE", "uploadId=x", false)).isEqualTo(StoreCall.ABORT_PARTS);
        assertThat(StoreCall.of("GET", "uploads&prefix=a", false)).isEqualTo(StoreCall.LIST_PARTS);
    }

    @Test
    void oneObjectOrMany() {
        assertThat(StoreCall.of("POST", "delete", false)).isEqualTo(StoreCall.DELETE_MANY);
        assertThat(StoreCall.of("DELETE", "", false)).isEqualTo(StoreCall.DELETE);
        assertThat(StoreCall.of("GET", "list-type=2&prefix=a%2F", false)).isEqualTo(StoreCall.LIST);
        assertThat(StoreCall.of("GET", "", false)).isEqualTo(StoreCall.GET);
        assertThat(StoreCall.of("GET", "prefixes=1", false)).isEqualTo(StoreCall.GET);
    }
}
