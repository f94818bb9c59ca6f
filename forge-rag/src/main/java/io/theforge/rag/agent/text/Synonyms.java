package io.theforge.rag.agent.text;

import java.util.HashMap;
import java.util.Map;

/** Words of shops and offices for the same thing. The first of a line stands for all. */
final class Synonyms {
    private static final String[] GROUPS = {
        "employee staff colleague worker team personnel",
        "customer buyer shopper client",
        "goods article item product merchandise",
        "fast quick rapid",
        "mover seller",
        "slow sluggish",
        "shop store branch outlet",
        "discount reduction rebate reduce",
        "markdown reduction",
        "refund repay",
        "return bring back",
        "build built",
        "keep kept",
        "pay paid payment",
        "sell sold",
        "tell told inform",
        "give gave grant",
        "send sent",
        "cash takings money",
        "hold held",
        "answer reply respond",
        "collect bank fetch",
        "cabinet fridge refrigerator",
        "chill cool cold",
        "warm temperature",
        "check reading",
        "short incomplete",
        "deliver delivery supply supplier",
        "late lateness delay",
        "lie pass",
        "begin start open opens",
        "end finish close",
        "expense cost",
        "claim complaint",
        "difference differ deviation shortage tolerate",
        "notice advance ahead",
        "promotion offer",
        "display stand",
        "voucher coupon",
        "month monthly",
        "last run",
        "day daily",
        "trip travel road",
        "meal food"
    };
    static final Map<String, String> MAP = map();

    private Synonyms() {}

    private static Map<String, String> map() {
        Map<String, String> map = new HashMap<>();
        for (String group : GROUPS) {
            String[] words = group.split(" ");
            for (String word : words) {
                map.putIfAbsent(Terms.stem(word), Terms.stem(words[0]));
            }
        }
        return map;
    }
}
