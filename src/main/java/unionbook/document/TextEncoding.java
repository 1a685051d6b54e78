package unionbook.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import unionbook.document.UnreadableFile.Reason;

/**
 * How the letters of a text file are encoded: told by a byte order mark, by being UTF-8
 * without a fault, or else by which of the old encodings makes its words Vietnamese.
 *
 * @param label its name for the reader
 * @param charset how its bytes are read
 * @param legacy what its letters are converted from, or null
 * @param mark how many bytes of a mark stand before the text
 */
record TextEncoding(String label, Charset charset, @Nullable LegacyText legacy, int mark) {

	private static final int SAMPLE = 256 * 1024;

	private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

	private static final double LIKELY = 0.6;

	/**
	 * Finds the encoding of a file.
	 * @throws UnreadableFile if no encoding makes sense of it
	 */
	static TextEncoding of(Path file) throws IOException {
		byte[] sample;
		try (InputStream in = Files.newInputStream(file)) {
			sample = in.readNBytes(SAMPLE);
		}
		for (TextEncoding marked : new TextEncoding[] { unicode("UTF-8", StandardCharsets.UTF_8, 3),
				unicode("UTF-16LE", StandardCharsets.UTF_16LE, 2),
				unicode("UTF-16BE", StandardCharsets.UTF_16BE, 2) }) {
			byte[] mark = "\ufeff".getBytes(marked.charset);
			if (sample.length >= mark.length && Arrays.equals(sample, 0, mark.length, mark, 0, mark.length)) {
				return marked.faultless(file);
			}
		}
		for (byte letter : sample) {
			if (letter == 0) {
				throw new UnreadableFile(Reason.ENCODING);
			}
		}
		TextEncoding utf8 = unicode("UTF-8", StandardCharsets.UTF_8, 0);
		return utf8.fits(file) ? utf8 : old(sample);
	}

	/** Opens the text behind the mark; a fault in it is an exception, never a sign. */
	Reader reader(Path file) throws IOException {
		InputStream in = Files.newInputStream(file);
		in.skipNBytes(this.mark);
		return new BufferedReader(new InputStreamReader(in, this.charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter((this.legacy == null) ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE)));
	}

	String toUnicode(String text) {
		if (this.legacy != null) {
			return this.legacy.toUnicode(text);
		}
		// Windows-1258 writes some marks behind their letters
		return this.charset.equals(WINDOWS_1258) ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
	}

	private static TextEncoding unicode(String label, Charset charset, int mark) {
		return new TextEncoding(label, charset, null, mark);
	}

	private static TextEncoding old(byte[] sample) {
		Charset windows = Charset.forName("windows-1252");
		TextEncoding best = null;
		double most = LIKELY;
		for (TextEncoding old : new TextEncoding[] { new TextEncoding("Windows-1258", WINDOWS_1258, null, 0),
				new TextEncoding("TCVN3", windows, LegacyText.TCVN3, 0),
				new TextEncoding("VNI", windows, LegacyText.VNI, 0) }) {
			double share = Syllables.share(old.toUnicode(new String(sample, old.charset)));
			if (share > most) {
				most = share;
				best = old;
			}
		}
		if (best == null) {
			throw new UnreadableFile(Reason.ENCODING);
		}
		return best;
	}

	private TextEncoding faultless(Path file) throws IOException {
		if (!fits(file)) {
			throw new UnreadableFile(Reason.ENCODING);
		}
		return this;
	}

	private boolean fits(Path file) throws IOException {
		char[] buffer = new char[8192];
		try (Reader text = reader(file)) {
			while (text.read(buffer) > 0) {
				// faults show themselves
			}
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
