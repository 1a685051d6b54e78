package unionbook.platform;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open code lists (positions, education, ...) in their order; their words are the
 * messages codes.LIST.CODE.
 */
@Component("codes")
public class Codes {

	private final JdbcClient jdbc;

	private final Map<String, List<String>> lists = new ConcurrentHashMap<>();

	Codes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The codes of a list; they change only with a migration, so they are read once.
	 * @param list the name of the list, such as {@code position}
	 * @return its codes in order
	 */
	public List<String> list(String list) {
		return this.lists.computeIfAbsent(list,
				(name) -> this.jdbc.sql("select code from code_value where list = ? order by sort, code")
					.param(name)
					.query(String.class)
					.list());
	}

	/**
	 * Whether a code belongs to a list.
	 * @param list the name of the list
	 * @param code the code
	 * @return true if it does
	 */
	public boolean has(String list, String code) {
		return list(list).contains(code);
	}

}
