package unionbook.platform;

/** What was asked for does not exist, or not for this actor; both look the same. */
public class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
