// Leads the short links of WordPress, /?p=104689, to the page of the work, /p/104689/.
const id = new URLSearchParams(location.search).get("p");
if (id && /^[0-9A-Za-z]+$/.test(id)) location.replace(new URL(`p/${id}/`, location));
