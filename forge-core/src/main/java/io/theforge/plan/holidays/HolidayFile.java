package io.theforge.plan.holidays;

import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.spi.Configuration;
import de.focus_shift.jollyday.core.spi.ConfigurationService;
import de.focus_shift.jollyday.core.spi.Holidays;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Properties;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A country's file becomes the rules that Jollyday evaluates. Jollyday finds this class as a service. */
public final class HolidayFile implements ConfigurationService {

    /** Settings that make Jollyday take this reader where there are others. */
    public static Properties chosen() {
        Properties properties = new Properties();
        properties.setProperty("configuration.service.impl", HolidayFile.class.getName());
        return properties;
    }

    @Override
    public Configuration getConfiguration(ManagerParameter parameter) {
        URL url = parameter.createResourceUrl();
        try (InputStream in = url.openStream()) {
            return new Place(DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the holidays in " + url + " cannot be read", e);
        }
    }

    /** A country, or a part of a country or of a part. */
    private record Place(Element xml) implements Configuration {
        @Override
        public String hierarchy() {
            return xml.getAttribute("hierarchy");
        }

        @Override
        public String description() {
            return xml.getAttribute("description");
        }

        @Override
        public Holidays holidays() {
            return RuleReader.read(RuleReader.children(xml, "Holidays"));
        }

        @Override
        public Stream<Configuration> subConfigurations() {
            return RuleReader.children(xml, "SubConfigurations").stream().map(Place::new);
        }
    }
}
