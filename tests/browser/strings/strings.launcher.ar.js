export default { dir: "rtl", open: "اسأل عن عرق النسا", unavailable: "اتصل بالطوارئ" };
