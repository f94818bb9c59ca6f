package io.theforge.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Fills fields with the annotation: static ones before the tests of their class, others before each test.
 *
 * @param context of the class or the test
 */
record Fields(ExtensionContext context) {

    void fillStatic() {
        Class<?> testClass = context.getRequiredTestClass();
        for (Field field : annotated(testClass, true)) {
            boolean ofSuperclass = field.getDeclaringClass() != testClass;
            fill(field, null, ofSuperclass ? context.getRoot() : context);
        }
    }

    void fillInstances() {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            for (Field field : annotated(instance.getClass(), false)) {
                fill(field, instance, null);
            }
        }
    }

    private static List<Field> annotated(Class<?> type, boolean ofClass) {
        return AnnotationSupport.findAnnotatedFields(
                type, ForgeDataset.class, field -> Modifier.isStatic(field.getModifiers()) == ofClass);
    }

    /** @param owner whose the dataset is; null for that of the class that declares the field, or the test where it takes writes */
    private void fill(Field field, @Nullable Object instance, @Nullable ExtensionContext owner) {
        ForgeDataset annotation =
                AnnotationSupport.findAnnotation(field, ForgeDataset.class).orElseThrow();
        try {
            if (Modifier.isFinal(field.getModifiers())) {
                throw DatasetProblem.of("the field is final", "let the extension assign it");
            }
            if (instance != null && annotation.writable() && isSharedByTestsAtOnce()) {
                throw DatasetProblem.of(
                        "tests that run in parallel would share the writable database of their one instance",
                        "ask for it as a parameter of the test, or put @Execution(SAME_THREAD) on the class");
            }
            Supply supply = new Supply(context);
            Object value = owner != null
                    ? supply.of(field.getType(), annotation, owner)
                    : supply.of(
                            field.getType(),
                            annotation,
                            instance == null ? field.getDeclaringClass() : instance.getClass());
            field.setAccessible(true);
            field.set(instance, value);
        } catch (DatasetProblem e) {
            throw new ExtensionConfigurationException(
                    field.getDeclaringClass().getSimpleName() + "." + field.getName() + ": " + e.getMessage());
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("the field " + field + " cannot be assigned", e);
        }
    }

    private boolean isSharedByTestsAtOnce() {
        return context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_CLASS
                && SharedWrites.runsBesideOthers(context);
    }
}
