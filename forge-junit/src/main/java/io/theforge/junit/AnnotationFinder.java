package io.theforge.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The annotation that holds for a place: the nearest one. */
final class AnnotationFinder {
    private AnnotationFinder() {}

    /**
     * An annotation and where it was found.
     *
     * @param owner what the database is shared within: that of a parameter belongs to the parameter's method
     */
    record Found(ForgeDataset annotation, AnnotatedElement owner) {}

    /** Looks at the parameter, its method, the test and its classes, from the inside out. */
    static @Nullable Found of(ParameterContext parameter, ExtensionContext context) {
        AnnotatedElement executable = parameter.getDeclaringExecutable();
        Optional<ForgeDataset> nearest = parameter
                .findAnnotation(ForgeDataset.class)
                .or(() -> AnnotationSupport.findAnnotation(executable, ForgeDataset.class));
        return nearest.map(annotation -> new Found(annotation, executable)).orElseGet(() -> of(context));
    }

    private static @Nullable Found of(ExtensionContext context) {
        for (ExtensionContext each = context;
                each != null;
                each = each.getParent().orElse(null)) {
            AnnotatedElement element = each.getElement().orElse(null);
            ForgeDataset annotation = AnnotationSupport.findAnnotation(element, ForgeDataset.class)
                    .orElse(null);
            if (element != null && annotation != null) {
                return new Found(annotation, element);
            }
        }
        return null;
    }

    /** Returns the outermost context of an element, which all invocations of a test share; the inner one itself where there is none. */
    static ExtensionContext outermost(AnnotatedElement element, ExtensionContext inner) {
        ExtensionContext outermost = inner;
        for (ExtensionContext each = inner;
                each != null;
                each = each.getParent().orElse(null)) {
            if (each.getElement().filter(element::equals).isPresent()) {
                outermost = each;
            }
        }
        return outermost;
    }
}
