package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Ran;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that {@code score} offers for files that it cannot read, run by a shell as they are written. */
class ConversionTest extends ScoredShop {
    private static final String PAIR = "S00001/SKU-000001";

    /** In place of DuckDB's program, which a machine may not have: keeps the query that the shell hands over. */
    @BeforeAll
    static void standIn() throws Exception {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("duckdb");
        Files.writeString(program, "#!/bin/sh\nprintf '%s' \"$3\" >query.sql\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String offered(String file) {
        Ran ran = score(file, "--no-progress");
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(2);
        return ran.err();
    }

    private static String command(String err) {
        assertThat(err).contains("\n  duckdb -csv -c ");
        return err.lines()
                .filter(line -> line.startsWith("  duckdb "))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    /** Runs it, by DuckDB's engine, and scores what came of it. */
    private static Ran scoredAfter(String command) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
        shell.environment().put("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        Process process = shell.inheritIO().start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET file_search_path = '" + folder + "'");
            statement.execute("CREATE TABLE converted AS " + Files.readString(folder.resolve("query.sql")));
            statement.execute("COPY converted TO '" + folder.resolve("converted.csv") + "' (HEADER)");
        }
        Ran ran = score("converted.csv", "--json");
        assertThat(ran.exit()).as(command + "\n" + ran.err()).isZero();
        return ran;
    }

    private static void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "item,day,pred                      | S00001/SKU-000001,2024-06-10,4      | pred",
                "item,day,pred                      | S00001/SKU-000001,10.06.2024,4      | pred",
                "series id,The Day,\"pred's \"\"x\"\"\" | S00001/SKU-000001,2024-06-10,4  | pred's \"x\"",
                "$HOME,`a\\`!,order                 | S00001/SKU-000001,2024-06-10,4      | order",
                "store,sku,date,yhat                | S00001,SKU-000001,2024-06-10,4      | yhat",
                "shop;product;Date;model x          | S00001;SKU-000001;10.06.2024;4,5    | model x",
                "unique_id,date,ETS,ETS-lo-90,ETS-hi-90 | S00001/SKU-000001,2024-06-10,4,3,5 | ETS",
                "unique_id,date,cutoff,y,ETS        | S00001/SKU-000001,2024-06-10,2024-06-09,4,3 | ETS",
                "id,ds,ETS                          | S00001/SKU-000001,2024-06-10,4      | ETS",
                "index,key,day,note,price,A         | 0,S00001/SKU-000001,20240610,cheap,9.5,4 | A",
                "unique_id,ds,A                     | S00001/SKU-000001,10.06.2024,4      | A",
                "unique_id,ds,A                     | S00001/SKU-000001,06/10/2024,4      | A",
                "unique_id,ds,A                     | S00001/SKU-000001,13/06/2024,4      | A",
                "unique_id,ds,A                     | S00001/SKU-000001,2024/06/10,4      | A",
                "unique_id,ds,A                     | S00001/SKU-000001,10-Jun-2024,4     | A",
                "unique_id,ds,A                     | S00001/SKU-000001,10.06.24,4        | A",
                "unique_id,ds,A                     | S00001/SKU-000001,20240610,4        | A",
                "unique_id,ds,A                     | S00001/SKU-000001,19884,4           | A",
                "unique_id,ds,A                     | S00001/SKU-000001,1717977600,4      | A",
                "unique_id,ds,A                     | S00001/SKU-000001,1717977600000,4   | A",
                "unique_id,ds,A,cutoff              | S00001/SKU-000001,10.06.2024,4,09.06.2024 | A",
                "date,store_code,sku,forecast       | 10.06.2024,S00001,SKU-000001,4      | forecast",
                "unique_id,ds,A,alias               | S00001/SKU-000001,2024-06-10,4,x    | A",
                "unique_id,ds,model,forecast        | S00001/SKU-000001,2024-06-10,B b,4  | B b",
                "unique_id,ds,.model,.mean,cutoff   | S00001/SKU-000001,2024-06-10,B,4,2024-06-09 | B",
                "series,day,model,forecast          | S00001/SKU-000001,2024-06-10,B,4    | B",
            })
    void theCommandOfferedMakesAFileThatIsScored(String header, String row, String model) throws Exception {
        write("it's my file $1.csv", header.replace("\\`", "`") + "\n" + row + "\n");
        String err = offered("it's my file $1.csv");

        assertThat(err).doesNotContain("in place of");
        Ran ran = scoredAfter(command(err));
        assertThat(ran.json().get("rows_scored").asInt()).isEqualTo(1);
        assertThat(ran.json().at("/models/0/name").asText()).isEqualTo(model);
        assertThat(ran.json().at("/by_lead/0/lead").asInt()).isEqualTo(1);
    }

    @Test
    void severalModelsByRowBecomeColumns() throws Exception {
        String rows = PAIR + ",2024-06-10,A,4\n" + PAIR + ",2024-06-10,B,5\n" + PAIR + ",2024-06-11,A,4\n" + PAIR
                + ",2024-06-11,B,5\n";
        write("molten.csv", "unique_id,ds,model,forecast\n" + rows);
        String err = offered("molten.csv");

        assertThat(err).contains("each row is of one model, which the column model names");
        assertThat(scoredAfter(command(err)).json().get("models")).hasSize(2);
        write("own.csv", "unique_id,ds,model,forecast\n" + rows);
        write("own.csv", "store_code,sku,date,model,forecast\n" + rows.replace("/", ","));
        assertThat(scoredAfter(command(offered("own.csv"))).json().get("models"))
                .hasSize(2);
    }

    @Test
    void aSubmissionWhoseIdsAreCalledOtherwiseIsToldToRenameThem() throws Exception {
        StringBuilder header = new StringBuilder("series");
        StringBuilder row = new StringBuilder("SKU-000001_S00001_evaluation");
        for (int day = 1; day <= 28; day++) {
            header.append(",F").append(day);
            row.append(",4");
        }
        write("m5.csv", header + "\n" + row + "\n");
        String err = offered("m5.csv");

        assertThat(err).contains("m5.csv: there are F1 to F28, as in the M5, and no column id; rename series to id");
        assertThat(scoredAfter(command(err)).json().get("rows_scored").asInt()).isEqualTo(28);
    }

    @Test
    void aParquetIsConvertedToo() throws Exception {
        example("[m].parquet", "SELECT store_code, sku, date AS tag, forecast FROM f", "(FORMAT parquet)");

        assertThat(scoredAfter(command(offered("[m].parquet")))
                        .json()
                        .at("/models/0/name")
                        .asText())
                .isEqualTo("forecast");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "item,day,pred     | SKU-000001,2024-06-10,4 | with what you have in place of STORE:",
                "a,b,c             | S1-X,2024-06-10,4       | with what you have in place of STORE and SKU:",
                "store,sku,pred    | S00001,SKU-000001,4     | with what you have in place of DAY:",
                "unique_id,date,z  | S00001/SKU-000001,2024-06-10,text | with what you have in place of UNITS:",
            })
    void whatNobodyCanGuessIsNamed(String header, String row, String words) throws Exception {
        write("f.csv", header + "\n" + row + "\n");

        assertThat(offered("f.csv")).contains("; DuckDB converts it, " + words + "\n  duckdb -csv -c ");
    }

    @Test
    void aFileOfWhichNoRowIsThereIsGuessedFromItsNames() throws Exception {
        write("f.csv", "series_id,date,yhat\n");

        assertThat(offered("f.csv")).contains("SELECT series_id AS unique_id, date AS ds, yhat FROM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999999999999", "1733270", "31.31.2024", "soon"})
    void aDateThatIsNoneHasNoConversion(String date) throws Exception {
        write("f.csv", "unique_id,ds,A\n" + PAIR + "," + date + ",4\n");

        assertThat(offered("f.csv")).contains("f.csv:2: ds is \"" + date + "\"").doesNotContain("converts");
    }

    @Test
    void aDateThatIsWrongAmongOthersIsNoMatterForAConversion() throws Exception {
        write("f.csv", "unique_id,ds,A\n" + PAIR + ",2024-06-10,4\n" + PAIR + ",10.06.2024,4\n");

        assertThat(offered("f.csv")).contains("f.csv:3: ds is \"10.06.2024\"").doesNotContain("converts");
    }
}
