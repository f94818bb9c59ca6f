package io.theforge.cli.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.io.OutputStream;
import java.util.Map;
import java.util.logging.LogManager;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The log on standard error: nothing as long as nobody asks for it, lines of text, or lines of JSON. */
final class EventLog {
    private final Logger logger;

    private EventLog(Logger logger) {
        this.logger = logger;
    }

    static EventLog open(OutputStream to, boolean json, boolean verbose) {
        // Drivers log through the JDK, to standard error, unasked.
        LogManager.getLogManager().reset();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(json || verbose ? Level.WARN : Level.OFF);
        if (json || verbose) {
            context.getLogger("io.theforge").setLevel(verbose ? Level.DEBUG : Level.INFO);
            OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
            Encoder<ILoggingEvent> encoder = json ? jsonLines(context) : textLines(context);
            encoder.start();
            appender.setContext(context);
            appender.setEncoder(encoder);
            appender.setOutputStream(to);
            appender.start();
            root.addAppender(appender);
        }
        return new EventLog(context.getLogger("io.theforge.cli"));
    }

    void info(String event, String message, Map<String, Object> fields) {
        write(logger.atInfo(), event, message, fields);
    }

    void warn(String event, String message, Map<String, Object> fields) {
        write(logger.atWarn(), event, message, fields);
    }

    void error(String event, String message, Map<String, Object> fields) {
        write(logger.atError(), event, message, fields);
    }

    private static void write(LoggingEventBuilder line, String event, String message, Map<String, Object> fields) {
        LoggingEventBuilder filled = line.addKeyValue("event", event);
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (!field.getKey().equals("message")) {
                filled = filled.addKeyValue(field.getKey(), field.getValue());
            }
        }
        filled.log(message);
    }

    private static Encoder<ILoggingEvent> jsonLines(LoggerContext context) {
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(context);
        return encoder;
    }

    private static Encoder<ILoggingEvent> textLines(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{20} %msg %kvp%n");
        return encoder;
    }
}
