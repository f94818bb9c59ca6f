package io.theforge.junit;

import io.theforge.junit.AnnotationFinder.Found;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives out what {@link ForgeDataset} asks for. */
final class ForgeDatasetExtension
        implements ParameterResolver, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    static {
        QuietLogging.start();
    }

    /** A constructor's parameters are those of the test for which the instance is made. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** A parameter with an annotation of somebody else, such as that of Spring, is left to them. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.isAnnotated(ForgeDataset.class)) {
            return true;
        }
        return UsedDataset.serves(parameter.getParameter().getType())
                && parameter.getParameter().getAnnotations().length == 0
                && AnnotationFinder.of(parameter, context) != null;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Found found = AnnotationFinder.of(parameter, context);
        if (found == null) {
            throw new ParameterResolutionException("there is no @ForgeDataset for " + parameter.getParameter());
        }
        try {
            return new Supply(context).of(parameter.getParameter().getType(), found.annotation(), found.owner());
        } catch (DatasetProblem e) {
            throw new ParameterResolutionException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        new Fields(context).fillStatic();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        SharedWrites.refuse(context);
        new Fields(context).fillInstances();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FailureReport.tell(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        FailureReport.tell(context);
    }
}
