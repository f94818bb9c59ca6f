package io.theforge.export.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

@Label("A running number")
class RunningNumberTest {
    private final byte[] bytes = new byte[32];

    @Example
    @Label("is written as it is when it is counted up, over every border of digits")
    void countedUp() {
        RunningNumber number = new RunningNumber();
        for (long start : new long[] {0, 85, 995, 9_999_990, 99_999_980, 4_294_967_280L}) {
            for (long value = start; value < start + 40; value++) {
                assertThat(written(number, value)).isEqualTo(Long.toString(value));
            }
        }
    }

    @Property
    @Label("is written as it is, whatever stood in the row before")
    void afterAnything(@ForAll @Size(max = 50) List<@LongRange(min = 0, max = 200_000_000) Long> values) {
        RunningNumber number = new RunningNumber();
        for (long value : values) {
            for (long next : new long[] {value, value, value + 1, value + 2}) {
                assertThat(written(number, next)).isEqualTo(Long.toString(next));
            }
        }
    }

    private String written(RunningNumber number, long value) {
        return new String(bytes, 0, number.put(value, bytes, 0), StandardCharsets.US_ASCII);
    }
}
