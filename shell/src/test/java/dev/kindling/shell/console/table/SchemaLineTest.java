package dev.kindling.shell.console.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class SchemaLineTest {
    private final StructType schema = new StructType()
            .add("name", DataTypes.StringType)
            .add("age", DataTypes.IntegerType)
            .add("places", DataTypes.createArrayType(DataTypes.StringType))
            .add("at", DataTypes.TimestampType)
            .add("more", DataTypes.createMapType(DataTypes.StringType, DataTypes.IntegerType));

    @Test
    void names_each_column_with_its_type() {
        assertThat(SchemaLine.of(schema, 200))
                .isEqualTo("[name: string, age: int, places: array<string>, at: timestamp, more: map<string,int>]");
    }

    @Test
    void counts_what_does_not_fit() {
        assertThat(SchemaLine.of(schema, 50)).isEqualTo("[name: string, age: int, … 3 more]");
        assertThat(SchemaLine.of(schema, 5)).isEqualTo("[5 columns]");
        assertThat(SchemaLine.of(new StructType(), 5)).isEqualTo("[]");
    }
}
