package io.theforge.junit;

import io.theforge.config.model.ConfigException;
import io.theforge.database.report.DatabaseException;
import java.lang.reflect.AnnotatedElement;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives out datasets.
 *
 * @param user the test, or the class, that gets them
 */
record Supply(ExtensionContext user) {

    /**
     * Returns a dataset in the shape that a type has. One that takes writes belongs to its user alone, another to the place whose
     * annotation asked for it.
     *
     * @throws DatasetProblem where there is none
     */
    Object of(Class<?> type, ForgeDataset annotation, AnnotatedElement owner) {
        return of(type, annotation, annotation.writable() ? user : AnnotationFinder.outermost(owner, user));
    }

    Object of(Class<?> type, ForgeDataset annotation, ExtensionContext owner) {
        if (!UsedDataset.serves(type)) {
            throw DatasetProblem.of(
                    "there is nothing of type " + type.getName(),
                    "ask for a javax.sql.DataSource, a java.sql.Connection or an io.theforge.dataset.Dataset");
        }
        try {
            DatasetRequest request = RequestReader.read(annotation, user.getRequiredTestClass(), user);
            return Scope.of(owner).use(request).as(type, Scope.of(user));
        } catch (ConfigException e) {
            throw DatasetProblem.of(e);
        } catch (DatabaseException e) {
            throw DatasetProblem.of(e);
        } catch (SQLException e) {
            throw DatasetProblem.of(e);
        }
    }
}
