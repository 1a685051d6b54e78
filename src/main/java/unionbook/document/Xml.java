package unionbook.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;
import unionbook.document.UnreadableFile.Reason;

/** Reads the parts of a workbook: UTF-8, no document types, nothing from outside. */
final class Xml implements AutoCloseable {

	private final InputStream in;

	private final XMLStreamReader reader;

	Xml(InputStream in) throws XMLStreamException {
		this.in = in;
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("Nothing comes from outside");
		});
		this.reader = factory.createXMLStreamReader(new InputStreamReader(in, StandardCharsets.UTF_8));
	}

	/** Goes on to the next event; -1 at the end. */
	int next() throws XMLStreamException {
		if (!this.reader.hasNext()) {
			return -1;
		}
		int event = this.reader.next();
		if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
			throw new UnreadableFile(Reason.DOCTYPE);
		}
		return event;
	}

	/** Goes on to the next element that opens; null at the end. */
	@Nullable String nextElement() throws XMLStreamException {
		for (int event = next(); event != -1; event = next()) {
			if (event == XMLStreamConstants.START_ELEMENT) {
				return this.reader.getLocalName();
			}
		}
		return null;
	}

	String name() {
		return this.reader.getLocalName();
	}

	/** An attribute by its local name, empty when it is missing. */
	String attribute(String name) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			if (this.reader.getAttributeLocalName(i).equals(name)) {
				return this.reader.getAttributeValue(i);
			}
		}
		return "";
	}

	boolean isTrue(String attribute) {
		String value = attribute(attribute);
		return value.equals("1") || value.equals("true");
	}

	/** The id of the part this element stands for, whatever the dialect calls it. */
	String relation() {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			String namespace = this.reader.getAttributeNamespace(i);
			if (namespace != null && namespace.endsWith("/relationships")) {
				return this.reader.getAttributeValue(i);
			}
		}
		return "";
	}

	/**
	 * Collects the text of the element that has just opened, in all its runs, without
	 * readings printed above it.
	 * @param most how many characters are kept
	 */
	String text(int most) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		int depth = 1;
		int silent = 0;
		while (depth > 0) {
			switch (next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					depth++;
					if (silent == 0 && name().equals("rPh")) {
						silent = depth;
					}
				}
				case XMLStreamConstants.END_ELEMENT -> {
					if (silent == depth) {
						silent = 0;
					}
					depth--;
				}
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
					int room = most - text.length();
					if (silent == 0 && room > 0) {
						text.append(this.reader.getTextCharacters(), this.reader.getTextStart(),
								Math.min(room, this.reader.getTextLength()));
					}
				}
				case -1 -> throw new UnreadableFile(Reason.DAMAGED);
				default -> {
				}
			}
		}
		return text.toString();
	}

	@Override
	public void close() throws XMLStreamException {
		this.reader.close();
		try {
			this.in.close();
		}
		catch (IOException ex) {
			throw new XMLStreamException(ex);
		}
	}

}
