export default { dir: "rtl", open: "اسأل عن عرق النسا", loading: "…", unavailable: "اتصل بالطوارئ" };
