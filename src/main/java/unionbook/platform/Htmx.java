package unionbook.platform;

/**
 * How the page was asked for; handler methods take it as an argument. The one place that
 * decides between page and fragment.
 *
 * @param partial whether only a part of the page is wanted
 */
public record Htmx(boolean partial) {

	/**
	 * The view to render.
	 * @param template the page
	 * @param fragment the part of it that changes
	 * @return the fragment for a partial request, the page otherwise
	 */
	public String view(String template, String fragment) {
		return this.partial ? template + " :: " + fragment : template;
	}

}
