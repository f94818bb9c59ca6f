package io.theforge.rag.agent.plain;

import io.theforge.rag.Rag;
import io.theforge.rag.agent.Agent;
import io.theforge.rag.agent.AgentReply;
import io.theforge.rag.agent.DatasetReader;
import io.theforge.rag.agent.ToolCall;
import io.theforge.rag.agent.fact.FactAnswer;
import io.theforge.rag.agent.fact.FactAnswers;
import io.theforge.rag.agent.fact.Sentences;
import io.theforge.rag.agent.passage.Library;
import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.question.Missing;
import io.theforge.rag.agent.question.Plan;
import io.theforge.rag.agent.question.Planner;
import io.theforge.rag.agent.question.Reading;
import io.theforge.rag.agent.rule.RuleAnswer;
import io.theforge.rag.agent.rule.RuleAnswers;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Tables;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers by rules: it understands what is asked for, looks it up in tables and passages, and says where it stands. */
public final class PlainAgent implements Agent {
    private static final List<Rows> ROWS = List.of(
            new PromotionRows(),
            new StockoutRows(),
            new ReverseRows(),
            new AttributeRows(),
            new HolidayRows(),
            new CountRows(),
            new RankingRows());

    private static final int MOST_CHOICES = 10;

    private final Rag rag;
    private final DatasetReader dataset;

    public PlainAgent(Rag rag, DatasetReader dataset) {
        this.rag = rag;
        this.dataset = dataset;
    }

    /** What the tables say to a question. @param missing what it names that there is not @param values of what the reading's plan needs, null where the tables have none */
    private record Looked(
            Catalog catalog,
            Mentions named,
            @Nullable String missing,
            List<Finding> findings,
            @Nullable Reading reading,
            List<@Nullable BigDecimal> values,
            List<ToolCall> calls) {}

    @Override
    public AgentReply reply(List<Turn> earlier, String message) {
        if (Greeting.is(message)) {
            return Greeting.answer().reply(List.of());
        }
        Looked looked = look(message);
        Library library = new Library(rag);
        Answer answer = answer(message, looked, library);
        List<ToolCall> calls = new ArrayList<>(looked.calls());
        calls.addAll(library.calls());
        return answer.reply(calls);
    }

    private Looked look(String message) {
        try {
            return dataset.read(connection -> {
                Tables tables = new Tables(connection);
                Catalog catalog = tables.catalog();
                Mentions named = Mentions.in(message, catalog);
                String missing = Missing.in(message, named, catalog);
                if (missing != null) {
                    return new Looked(catalog, named, missing, List.of(), null, List.of(), List.of(names(missing)));
                }
                List<ToolCall> calls = new ArrayList<>();
                List<Finding> findings = findings(named, catalog, tables, calls);
                Reading reading = findings.isEmpty() ? Planner.read(named, catalog) : null;
                Plan plan = reading == null ? null : reading.plan();
                Figures figures = new Figures(tables, catalog);
                List<@Nullable BigDecimal> values = plan == null ? List.of() : figures.of(plan.needs());
                calls.addAll(figures.calls());
                return new Looked(catalog, named, null, findings, reading, values, List.copyOf(calls));
            });
        } catch (SQLException e) {
            Mentions named = Mentions.in(message, Catalog.EMPTY);
            return new Looked(
                    Catalog.EMPTY,
                    named,
                    Missing.in(message, named, Catalog.EMPTY),
                    List.of(),
                    Planner.read(named, Catalog.EMPTY),
                    List.of(),
                    List.of(new ToolCall("query_tables", Map.of(), "the tables cannot be read")));
        }
    }

    private static ToolCall names(String missing) {
        return new ToolCall("query_tables", Map.of("names", "stores, products, categories, regions"), missing);
    }

    private static List<Finding> findings(Mentions named, Catalog catalog, Tables tables, List<ToolCall> calls)
            throws SQLException {
        for (Rows rows : ROWS) {
            List<Finding> findings = rows.look(named, catalog, tables);
            if (!findings.isEmpty()) {
                calls.add(new ToolCall(
                        "query_tables",
                        Map.of("tables", rows.tables()),
                        findings.get(0).text()));
                return findings;
            }
        }
        return List.of();
    }

    private Answer answer(String message, Looked looked, Library library) {
        if (looked.missing() != null) {
            return new Answer(looked.missing(), List.of());
        }
        if (!looked.findings().isEmpty()) {
            return new RowAnswers(new Evidence(library, looked.catalog()), new FactAnswers(library, looked.catalog()))
                    .answer(looked.findings(), looked.named());
        }
        if (RuleAnswers.isAbout(message)) {
            RuleAnswer rule = new RuleAnswers(library).answer(message);
            return rule == null ? Answer.unknown() : Answer.of(rule);
        }
        Reading reading = looked.reading();
        if (reading != null && reading.unclear() != null) {
            return askBack(reading.unclear(), reading.choices());
        }
        Plan plan = reading == null ? null : reading.plan();
        if (plan != null) {
            return new FigureAnswers(new Evidence(library, looked.catalog())).answer(plan, looked.values());
        }
        FactAnswer fact = new FactAnswers(library, looked.catalog()).answer(message, looked.named());
        return fact == null
                ? sentence(message, looked, library)
                : new Answer("It is " + fact.words() + ".", fact.rests());
    }

    /** Returns what a document says, in its own words; of what has versions what holds now. */
    private static Answer sentence(String message, Looked looked, Library library) {
        Sentences sentences = new Sentences(library, looked.catalog());
        Statement statement = sentences.find(message, looked.named());
        if (statement != null && library.about(statement).fields().containsKey("effective")) {
            RuleAnswer rule = new RuleAnswers(library).answer(message);
            if (rule != null) {
                return Answer.of(rule);
            }
            statement = sentences.ofVersion(message, looked.named());
        }
        return statement == null ? Answer.unknown() : Answer.quoting(statement);
    }

    private static Answer askBack(String what, List<String> choices) {
        String or = choices.stream().limit(MOST_CHOICES).collect(Collectors.joining(", "));
        String more = what.equals(Reading.FIGURES)
                ? " Please ask for fewer at once."
                : or.isEmpty() ? " Please name it." : " These fit: " + or + ".";
        return new Answer("Which " + what + " do you mean?" + more, List.of());
    }
}
