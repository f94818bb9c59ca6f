package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.question.Ranking;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Figure;
import io.theforge.rag.agent.table.Grouping;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.table.Tables;
import io.theforge.rag.agent.text.Forms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Which stores, products, categories, regions or months are ahead. */
final class RankingRows implements Rows {

    @Override
    public String tables() {
        return "sales_daily, inventory_snapshot_daily";
    }

    @Override
    public List<Finding> look(Mentions named, Catalog catalog, Tables tables) throws SQLException {
        Ranking ranking = Ranking.read(named);
        if (ranking == null) {
            return List.of();
        }
        Comparator<Figure> order = Comparator.comparing(Figure::value);
        List<Figure> figures = tables.figures(ranking.query()).stream()
                .sorted(ranking.isHighest() ? order.reversed() : order)
                .limit(ranking.count())
                .toList();
        if (figures.isEmpty()) {
            return List.of();
        }
        String all = figures.stream().map(figure -> said(figure, ranking)).collect(Collectors.joining("; "));
        String verb = figures.size() == 1 ? "it was " : "they were ";
        return List.of(new Finding("By the tables " + verb + all + ".", List.of(), null, null, null));
    }

    private static String said(Figure figure, Ranking ranking) {
        Grouping grouping = ranking.query().grouping();
        String name = grouping == Grouping.MONTH
                ? Period.month(YearMonth.parse(figure.key()))
                : figure.name().equals(figure.key()) ? figure.key() : figure.name() + " (" + figure.key() + ")";
        String unit = ranking.query().metric().unit();
        BigDecimal value = unit.equals("USD") ? figure.value() : figure.value().setScale(0, RoundingMode.UNNECESSARY);
        return name + ", with " + Forms.amount(value, unit);
    }
}
