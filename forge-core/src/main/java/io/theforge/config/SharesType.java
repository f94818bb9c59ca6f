package io.theforge.config;

import io.theforge.config.model.Share;
import io.theforge.config.yaml.NumberText;
import io.theforge.config.yaml.YamlLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Names: a list of them, equally frequent, or a mapping from name to share; shares are divided by their sum. */
record SharesType(TextType name) implements Type<List<Share>> {

    private static final NumberType SHARE = NumberType.above(0, 1_000_000);
    /** A share smaller than this would never be seen, and could get lost in the arithmetic. */
    private static final double MIN_SHARE = 1e-12;
    /** Sums this near to 1 stay as they are, so that written shares read back unchanged. */
    private static final double ROUNDING = 1e-9;

    @Override
    public List<Share> read(Node node, YamlLocation location) {
        if (!(node instanceof MappingNode mapping)) {
            List<String> names = ListType.distinct(name, "names").read(node, location);
            return names.stream()
                    .map(text -> new Share(text, 1.0 / names.size()))
                    .toList();
        }
        List<Share> shares = new ArrayList<>();
        for (NodeTuple tuple : Mappings.distinct(mapping, location)) {
            String text = name.read(tuple.getKeyNode(), location);
            shares.add(new Share(text, SHARE.read(tuple.getValueNode(), location.key(text))));
        }
        if (shares.isEmpty()) {
            throw location.wrong(node, location.path() + " has 0 entries", "give " + describe());
        }
        return normalised(shares, node, location);
    }

    private static List<Share> normalised(List<Share> shares, Node node, YamlLocation location) {
        double sum = shares.stream().map(Share::share).reduce(0.0, Double::sum);
        double divisor = Math.abs(sum - 1) < ROUNDING ? 1 : sum;
        List<Share> normalised = shares.stream()
                .map(s -> new Share(s.name(), s.share() / divisor))
                .toList();
        for (Share share : normalised) {
            if (share.share() < MIN_SHARE) {
                throw location.wrong(
                        node,
                        location.path() + " has a share for " + YamlLocation.quote(share.name()) + " that is too small",
                        "give it at least " + NumberText.write(MIN_SHARE) + " of their sum, or leave the name out");
            }
        }
        return normalised;
    }

    @Override
    public String write(List<Share> shares) {
        if (shares.stream().allMatch(share -> share.share() == 1.0 / shares.size())) {
            return shares.stream().map(share -> name.write(share.name())).collect(Collectors.joining(", ", "[", "]"));
        }
        return shares.stream()
                .map(share -> name.write(share.name()) + ": " + SHARE.write(share.share()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public String describe() {
        return "a list of one or more names of at most " + name.longest()
                + " characters, or a mapping from name to share (each counts by its part of their sum)";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> names = ListType.distinct(name, "names").schema();
        Map<String, Object> shares = Map.of(
                "type",
                "object",
                "propertyNames",
                name.schema(),
                "additionalProperties",
                SHARE.schema(),
                "minProperties",
                1);
        return Map.of("anyOf", List.of(names, shares));
    }
}
