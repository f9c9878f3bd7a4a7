package dev.kindling.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator of the shipped definitions still makes what is read here. */
class SchemaFileTest {
    private static final String DEFINITION =
            """
            spec:
              group: spark.apache.org
              names: {kind: SparkCluster}
              versions:
                - name: v1beta1
                - name: v1
                  schema:
                    openAPIV3Schema:
                      description: long
                      type: object
                      properties:
                        description: {type: string, description: a field of that name}
                        list: {type: array, x-kubernetes-list-type: atomic, items: {description: x, type: integer}}
            """;

    @Test
    void oneVersionWithoutWhatOnlyPeopleRead(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("crd.yaml"), DEFINITION);
        SchemaFile.main(new String[] {file.toString(), "v1", folder.toString()});

        assertThat(new ObjectMapper()
                        .readTree(folder.resolve(ResourceKind.APACHE_CLUSTER.fileName())
                                .toFile()))
                .hasToString("{\"type\":\"object\",\"properties\":{\"description\":{\"type\":\"string\"},"
                        + "\"list\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}}");
        assertThatThrownBy(() -> SchemaFile.main(new String[] {file.toString(), "v2", folder.toString()}))
                .hasMessageContaining("no version v2");
    }
}
