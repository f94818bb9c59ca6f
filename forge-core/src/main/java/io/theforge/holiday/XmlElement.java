package io.theforge.holiday;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element with its attributes and children, for many threads: reading a document builds what it has not built yet, so one reads at a time. */
record XmlElement(@Nullable Element element) {

    /** Returns its children of a name; none where it is not there itself. */
    Stream<XmlElement> children(String name) {
        if (element == null) {
            return Stream.of();
        }
        List<XmlElement> found = new ArrayList<>();
        synchronized (element.getOwnerDocument()) {
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node.getNodeName().equals(name)) {
                    found.add(new XmlElement((Element) node));
                }
            }
        }
        return found.stream();
    }

    /** Returns what is made of its children of a name. */
    <T> List<T> all(String name, Function<XmlElement, T> read) {
        return children(name).map(read).toList();
    }

    /** Returns its first child of a name. */
    XmlElement child(String name) {
        return children(name).findFirst().orElse(new XmlElement(null));
    }

    /** Returns what an attribute says, or a child of that name in capitals; empty where there is neither. */
    String text(String name) {
        if (element == null) {
            return "";
        }
        synchronized (element.getOwnerDocument()) {
            String attribute = element.getAttribute(name);
            if (!attribute.isEmpty()) {
                return attribute;
            }
            Element child = child(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)).element;
            return child == null ? "" : child.getTextContent().strip();
        }
    }

    /** Returns what is made of an attribute or child; null where there is neither. */
    <T> @Nullable T value(String name, Function<String, T> read) {
        String text = text(name);
        return text.isEmpty() ? null : read.apply(text);
    }
}
