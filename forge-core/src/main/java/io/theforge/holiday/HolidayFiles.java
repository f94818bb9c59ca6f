package io.theforge.holiday;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.core.impl.DefaultHolidayManager;
import de.focus_shift.jollyday.core.impl.JapaneseHolidayManager;
import de.focus_shift.jollyday.core.spi.ChristianHoliday;
import de.focus_shift.jollyday.core.spi.Configuration;
import de.focus_shift.jollyday.core.spi.ConfigurationService;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHoliday;
import de.focus_shift.jollyday.core.spi.Fixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonth;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixed;
import de.focus_shift.jollyday.core.spi.Holidays;
import de.focus_shift.jollyday.core.spi.IslamicHoliday;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSunday;
import de.focus_shift.jollyday.core.spi.RelativeToFixed;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonth;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/**
 * Reads the holiday calendar's files of countries with the XML parser of the JDK. The readers that come with the calendar need Jackson's
 * XML or JAXB, in versions that must fit those of the program that the core is embedded in.
 */
public final class HolidayFiles implements ConfigurationService {
    /** The one country for which the calendar computes some of the days. */
    private static final String JAPAN = "jp";

    private static final String PARSERS = "de.focus_shift.jollyday.core.parser.impl.";
    private static final List<Class<?>> RULES = List.of(
            Fixed.class,
            FixedWeekdayInMonth.class,
            IslamicHoliday.class,
            ChristianHoliday.class,
            RelativeToFixed.class,
            RelativeToWeekdayInMonth.class,
            FixedWeekdayBetweenFixed.class,
            FixedWeekdayRelativeToFixed.class,
            EthiopianOrthodoxHoliday.class,
            RelativeToEasterSunday.class);

    private static final Map<String, HolidayManager> MANAGERS = new ConcurrentHashMap<>();

    private HolidayFiles() {}

    /**
     * Returns the holidays of a country. The calendar's own way to them would look for a reader among the services of the class path, where
     * the program that the core is embedded in may have one of its own.
     *
     * @param code in small letters: "us"
     */
    public static HolidayManager manager(String code) {
        return MANAGERS.computeIfAbsent(code, country -> {
            ManagerParameter parameter = ManagerParameters.create(country);
            // Said here, so that no property of this process and no file of the program around changes a holiday
            for (Class<?> rule : RULES) {
                parameter.setProperty("parser.impl." + rule.getName(), PARSERS + rule.getSimpleName() + "Parser");
            }
            HolidayManager manager = country.equals(JAPAN) ? new JapaneseHolidayManager() : new DefaultHolidayManager();
            manager.setConfigurationService(new HolidayFiles());
            manager.init(parameter);
            return manager;
        });
    }

    @Override
    public Configuration getConfiguration(ManagerParameter parameter) {
        String file = "/holidays/Holidays_" + parameter.getDisplayName() + ".xml";
        try (InputStream in = HolidayManager.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the holiday calendar has no file " + file);
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new Place(
                    new XmlElement(factory.newDocumentBuilder().parse(in).getDocumentElement()));
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the holiday calendar's file " + file + " could not be read", e);
        }
    }

    /** A country or a part of it. */
    private record Place(XmlElement xml) implements Configuration {
        @Override
        public String hierarchy() {
            return xml.text("hierarchy");
        }

        @Override
        public String description() {
            return xml.text("description");
        }

        @Override
        public Holidays holidays() {
            return new HolidayRules(xml.child("Holidays"));
        }

        @Override
        public Stream<Configuration> subConfigurations() {
            return xml.children("SubConfigurations").map(Place::new);
        }
    }
}
