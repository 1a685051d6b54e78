package unionbook.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;
import unionbook.document.UnreadableFile.Reason;

/**
 * The texts that cells of a workbook share. They grow with the rows, so they are laid
 * into a file of their own; only where each begins stays in memory.
 */
final class SharedStrings implements AutoCloseable {

	private static final int MOST = 2_000_000;

	private static final int BLOCK = 32 * 1024;

	/** Many more texts than this are used once only. */
	private static final int KEPT = 4096;

	private final Path file;

	private final FileChannel channel;

	private final int[] starts;

	private final int count;

	private final @Nullable String[] kept = new @Nullable String[KEPT];

	private final int[] keptIndex = new int[KEPT];

	private final byte[] block = new byte[BLOCK];

	private long blockStart;

	private int blockLength;

	private SharedStrings(Path file, FileChannel channel, int[] starts, int count) {
		this.file = file;
		this.channel = channel;
		this.starts = starts;
		this.count = count;
	}

	static SharedStrings read(Xml xml) throws XMLStreamException, IOException {
		Path file = Files.createTempFile("unionbook-strings-", ".tmp");
		try {
			int[] starts = new int[1024];
			int count = 0;
			int end = 0;
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BLOCK)) {
				for (String element = xml.nextElement(); element != null; element = xml.nextElement()) {
					if (element.equals("si")) {
						if (count == MOST) {
							throw new UnreadableFile(Reason.DAMAGED);
						}
						byte[] text = xml.text(SheetBounds.LONGEST_CELL + 1).getBytes(StandardCharsets.UTF_8);
						out.write(text);
						if (count + 1 == starts.length) {
							starts = Arrays.copyOf(starts, starts.length * 2);
						}
						end += text.length;
						starts[++count] = end;
					}
				}
			}
			return new SharedStrings(file, FileChannel.open(file, StandardOpenOption.READ), starts, count);
		}
		catch (XMLStreamException | IOException | RuntimeException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	/** A text by its number, cut behind the longest a cell may have. */
	String text(int index) throws IOException {
		if (index < 0 || index >= this.count) {
			throw new UnreadableFile(Reason.DAMAGED);
		}
		int slot = index % KEPT;
		String known = this.kept[slot];
		if (known == null || this.keptIndex[slot] != index) {
			known = load(this.starts[index], this.starts[index + 1] - this.starts[index]);
			this.kept[slot] = known;
			this.keptIndex[slot] = index;
		}
		return known;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
		Files.deleteIfExists(this.file);
	}

	private String load(int start, int length) throws IOException {
		if (start < this.blockStart || start + length > this.blockStart + this.blockLength) {
			ByteBuffer buffer = ByteBuffer.wrap(this.block);
			int read = 0;
			while (buffer.hasRemaining() && read >= 0) {
				read = this.channel.read(buffer, start + (long) buffer.position());
			}
			this.blockStart = start;
			this.blockLength = buffer.position();
		}
		return new String(this.block, (int) (start - this.blockStart), length, StandardCharsets.UTF_8);
	}

}
