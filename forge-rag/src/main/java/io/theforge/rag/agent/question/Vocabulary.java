package io.theforge.rag.agent.question;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that questions about figures are made of. With any other, a question is about something that the tables do not tell. */
final class Vocabulary {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Set<String> KNOWN = Set.of(
            ("a above across actual actually add added all also amount an and any are article articles as aside at average "
                            + "base be beat been belong belongs below best between biggest both bring brought budget by came can categories category "
                            + "cent chain change cheaper closing com combined compared cost costs could counted day days dearer decimal "
                            + "decimals decrease did difference do does dollars drop drops due during each earn earned empty end ended entire "
                            + "exactly exceed exceeded fall far fell fewer fewest figure final first for from gain gained generate give go "
                            + "going grew group grow grown had happen has have having high higher highest how i in increase increased is it "
                            + "items its label largest last latest least left less list listed lose lost low lower lowered lowest made make "
                            + "many margin me mean meant miss missed money month monthly months more most much number of off often on one "
                            + "open or our out outsell outsells outsold over overall own per percent percentage pieces plan planned please "
                            + "price priced prices product products promotions proportion put quantities quantity raised region regions "
                            + "regular respectively revenue revenues rise risen rose round s sale sales same sell sells set share shelf "
                            + "shelves shop shops short should show smallest sold stock stockout stockouts store stores stronger strongest "
                            + "sum take taken takes taking takings target targets tell than that the their them then there these they through "
                            + "throughout till tills time to together top took total turn turnover two under unit units until up us usd value "
                            + "volume was we weak weaker weakest went were what when where which while worst who whole wide whose with within worth year "
                            + "years zero")
                    .split(" "));

    private Vocabulary() {}

    static boolean isAllKnown(String rest) {
        Matcher word = WORD.matcher(rest);
        while (word.find()) {
            if (!KNOWN.contains(word.group())) {
                return false;
            }
        }
        return true;
    }
}
