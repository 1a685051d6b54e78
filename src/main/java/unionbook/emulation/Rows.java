package unionbook.emulation;

import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/** Bounds the rows of a form before they are bound. */
final class Rows {

	private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

	private static final int MOST = 60;

	private Rows() {
	}

	/** A row number no page offers is a bad request, not a long list. */
	static void requireFew(WebRequest request) {
		for (Iterator<String> names = request.getParameterNames(); names.hasNext();) {
			Matcher index = INDEX.matcher(names.next());
			while (index.find()) {
				if (index.group(1).length() > 2 || Integer.parseInt(index.group(1)) >= MOST) {
					throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
				}
			}
		}
	}

}
