package io.theforge.export.dirt.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.export.dirt.score.DirtScore.Example;
import io.theforge.export.dirt.score.DirtScore.KindScore;
import io.theforge.export.dirt.score.DirtScore.Missed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laws of a score, on a ledger of a few lines. */
class DirtScorerTest {
    private static final String HEADER = "table,key,file,line,column,kind,clean,dirty,severity,detectable\n";
    private static final String ALL = "file,line\na.csv,2\na.csv,3\na.csv,5\na.csv,7\na.csv,8\n";

    @TempDir
    Path folder;

    private DirtScore score(String rejections) throws IOException {
        Files.writeString(folder.resolve("dirt.csv"), HEADER + """
                sales_daily,k1,a.csv,2,quantity,quantity_negative,3,-3,error,true
                sales_daily,k2,a.csv,3,quantity,quantity_negative,4,-4,error,true
                sales_daily,k3,a.csv,3,unit_price,price_three_decimals,1.50,1.501,warning,true
                sales_daily,k4,a.csv,5,,row_duplicated,,"1,2",error,true
                sales_daily,k5,a.csv,7,date,date_shifted,2024-01-01,2024-01-02,warning,false
                sales_daily,k6,a.csv,8,quantity,quantity_missing,3,,error,true
                sales_daily,k7,a.csv,,,zero_unrecorded,"1,0",,warning,true
                """);
        Files.writeString(folder.resolve("rejections.csv"), rejections);
        return DirtScorer.score(folder, "rejections.csv", "dirt.csv");
    }

    @Test
    void aValidatorMadeFromTheLedgerScoresOne() throws Exception {
        DirtScore score = score(ALL);

        assertThat(score.all()).isEqualTo(new KindScore("all", 7, 5, 5, 1.0));
        assertThat(score.all().recall()).isEqualTo(1);
        assertThat(score.all().f1()).isEqualTo(1);
        assertThat(score.kinds()).hasSize(6).allMatch(kind -> kind.toFind() == 0 || kind.f1() == 1);
        assertThat(score.missed()).isEmpty();
        assertThat(score.falseAlarms()).isEmpty();
    }

    @Test
    void anEmptyOneFindsNothing() throws Exception {
        DirtScore score = score("file,line\n");

        assertThat(score.all().precision())
                .as("nothing was rejected, rightly or wrongly")
                .isNull();
        assertThat(score.all().recall()).isZero();
        assertThat(score.all().f1()).isZero();
        assertThat(score.missed())
                .extracting(Missed::kind)
                .as("by severity, then by number")
                .containsExactly("quantity_negative", "row_duplicated", "quantity_missing", "price_three_decimals");
        assertThat(score.missed().get(0))
                .isEqualTo(new Missed(
                        "quantity_negative",
                        "error",
                        "quantity",
                        2,
                        2,
                        List.of(new Example("a.csv", 2, "3", "-3"), new Example("a.csv", 3, "4", "-4"))));
        assertThat(score.missed().get(2).examples()).containsExactly(new Example("a.csv", 8, "3", null));
    }

    @Test
    void oneThatRejectsEverythingHasTheRateOfDirtyRowsAsItsPrecision() throws Exception {
        StringBuilder everything = new StringBuilder("file,line\n");
        for (int line = 2; line <= 22; line++) {
            everything.append("a.csv,").append(line).append('\n');
        }
        DirtScore score = score(everything.toString());

        assertThat(score.dirty()).isEqualTo(5);
        assertThat(score.notCounted()).as("the original of the copy").isEqualTo(1);
        assertThat(score.all().precision()).isEqualTo(5.0 / 20);
        assertThat(score.all().recall()).isEqualTo(1);
        assertThat(score.cleanRejected()).isEqualTo(15);
        assertThat(score.falseAlarms()).startsWith("a.csv:6", "a.csv:9").hasSize(5);
    }

    @Test
    void theOriginalInPlaceOfItsCopyIsAsRightAsTheCopy() throws Exception {
        DirtScore score = score("line,file\n4,a.csv\n");

        assertThat(score.hits()).isEqualTo(1);
        assertThat(score.kinds())
                .filteredOn(kind -> kind.kind().equals("row_duplicated"))
                .singleElement()
                .matches(kind -> kind.found() == 1);
        assertThat(score("file,line\na.csv,4\na.csv,5\n").notes().toString())
                .contains("1 original rejected beside the copies");
    }

    @Test
    void whereRejectionsSayWhatIsWrongEachKindHasItsOwnPrecision() throws Exception {
        DirtScore byKind = score("""
                file,line,kind
                a.csv,2,quantity_negative
                a.csv,3,quantity_negative
                a.csv,9,quantity_negative
                a.csv,8,quantity_negative
                a.csv,3,price_three_decimals
                """);
        assertThat(byKind.kinds().get(0).precision()).isEqualTo(2.0 / 4);
        assertThat(byKind.kinds().get(1).precision()).isEqualTo(1);
        assertThat(byKind.kinds().get(2).precision())
                .as("no rejection names it")
                .isNull();
        assertThat(byKind.notes().toString()).doesNotContain("kinds that are none");
        assertThat(score("file,line,kind\na.csv,2,negative\n").notes())
                .contains("rejections name kinds that are none, such as negative: write them as the ledger does");
        assertThat(byKind.all().precision()).as("rows").isEqualTo(3.0 / 4);

        DirtScore byColumn = score("""
                file,line,column
                a.csv,2,quantity
                a.csv,9,quantity
                a.csv,8,quantity
                a.csv,3,unit_price
                """);
        assertThat(byColumn.kinds().get(0).precision()).isEqualTo(2.0 / 3);
        assertThat(byColumn.kinds().get(1).precision()).isEqualTo(1);
    }

    @Test
    void noRowOfAFileThatIsSpoiltAsAWholeIsClean() throws Exception {
        Files.writeString(folder.resolve("drift.csv"), HEADER + """
                sales_daily,,a.csv,1,quantity,column_renamed,quantity,QUANTITY,error,true
                sales_daily,,b.csv,,,wrong_encoding,UTF-8,UTF-16LE,error,true
                sales_daily,,c.csv,9,,last_line_truncated,"1,2","1,",error,true
                """);
        Files.writeString(folder.resolve("all.csv"), "file,line\na.csv,1\na.csv,2\nb.csv,2\nc.csv,2\nc.csv,9\n");
        DirtScore score = DirtScorer.score(folder, "all.csv", "drift.csv");

        assertThat(score.hits()).isEqualTo(2);
        assertThat(score.notCounted()).isEqualTo(2);
        assertThat(score.falseAlarms()).containsExactly("c.csv:2");
        assertThat(score.all()).isEqualTo(new KindScore("all", 3, 2, 2, 2.0 / 3));
        assertThat(score.notes().toString()).contains("2 rows rejected in files that are spoilt as a whole");
    }

    @Test
    void aRowThatIsRejectedTwiceCountsOnceAndIsTold() throws Exception {
        DirtScore score = score("file,line,rule\na.csv,2,one\na.csv,2,two\nout/a.csv,2,three\n./a.csv,6,\n");

        assertThat(score.rejected()).isEqualTo(2);
        assertThat(score.all().precision()).isEqualTo(0.5);
        assertThat(score.notes().toString()).contains("1 row rejected more than once; each counts once");
        assertThat(score("file,line,kind\na.csv,3,quantity_negative\na.csv,3,price_three_decimals\n")
                        .notes()
                        .toString())
                .as("for two reasons")
                .doesNotContain("more than once");
    }
}
