package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.fact.FactAnswer;
import io.theforge.rag.agent.fact.FactAnswers;
import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.plain.Evidence.Stated;
import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.question.Need;
import io.theforge.rag.agent.question.Topic;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Scope;
import io.theforge.rag.agent.text.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers with what single rows of the tables say, and where documents say it too. */
final class RowAnswers {
    private static final int MOST = 5;

    private final Evidence evidence;

    private final FactAnswers facts;

    RowAnswers(Evidence evidence, FactAnswers facts) {
        this.evidence = evidence;
        this.facts = facts;
    }

    /** @param findings equal ones: the first that documents tell of is meant */
    Answer answer(List<Finding> findings, Mentions named) {
        Finding meant = findings.get(0);
        List<Statement> rests = rests(meant);
        for (int i = 1; i < findings.size() && rests.isEmpty(); i++) {
            meant = findings.get(i);
            rests = rests(meant);
        }
        boolean isOpen = rests.isEmpty()
                && findings.stream().map(Finding::text).distinct().count() > 1;
        if (isOpen) {
            String all = findings.stream()
                    .limit(MOST)
                    .map(finding ->
                            finding.text().replaceFirst("^It (?:was|is) ", "").replaceFirst("\\.$", ""))
                    .collect(Collectors.joining(", "));
            return new Answer(
                    "The documents do not say it. By the tables several are equal, such as " + all + ".", rests);
        }
        return said(meant.leadsTo() == null ? meant.text() : more(meant.leadsTo(), named.rest(), rests), rests);
    }

    private List<Statement> rests(Finding finding) {
        List<Statement> rests = new ArrayList<>();
        finding.clues().forEach(clue -> add(rests, evidence.find(clue)));
        if (finding.need() != null) {
            Stated stated = evidence.find(finding.need(), finding.value());
            add(rests, stated == null ? null : stated.statement());
        }
        return rests;
    }

    private String more(Product product, String rest, List<Statement> rests) {
        if (rest.contains("base price") && product.basePrice() != null) {
            Need need = new Need(Topic.BASE_PRICE, Scope.ofProduct(product.sku()), null, "");
            Stated stated = evidence.find(need, product.basePrice());
            add(rests, stated == null ? null : stated.statement());
            return "It is " + Forms.amount(product.basePrice(), "USD") + ".";
        }
        if (rest.contains("category") && product.category() != null) {
            add(rests, evidence.find(AttributeRows.clue(product, product.category())));
            return "It is " + product.category() + ".";
        }
        FactAnswer supplier = rest.contains("suppl") || rest.contains("deliver") ? facts.supplier(product) : null;
        if (supplier == null) {
            return "It was " + product.words() + ".";
        }
        rests.addAll(supplier.rests());
        return "It is " + supplier.words() + ".";
    }

    private static void add(List<Statement> rests, @Nullable Statement statement) {
        if (statement != null) {
            rests.add(statement);
        }
    }

    /** What no document says is told as what it is: from the tables alone. */
    static Answer said(String text, List<Statement> rests) {
        return rests.isEmpty() && !text.startsWith("By the tables")
                ? new Answer("The documents do not say it. By the tables: " + text.replaceFirst("^It", "it"), rests)
                : new Answer(text, rests);
    }
}
